"""What goes stale on its own: figures past their shelf life (`make stale`) and addresses that died (`make links`)."""
