"""Steps that change the pages themselves."""
