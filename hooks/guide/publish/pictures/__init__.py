"""Pictures that are drawn for other programs than browsers."""
