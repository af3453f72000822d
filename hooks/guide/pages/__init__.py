"""Pages as authors write them, their menu, their addresses and the repository that holds them."""
