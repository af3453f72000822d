"""What grows old by itself: figures past their shelf life (`make stale`) and addresses that died (`make links`)."""
