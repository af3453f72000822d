"""What goes stale by itself: figures past their shelf life (`make stale`) and dead links (`make links`)."""
