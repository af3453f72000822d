"""Row types about pay."""
