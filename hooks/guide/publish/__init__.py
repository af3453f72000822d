"""What is written beside the pages or into them once they are built."""
