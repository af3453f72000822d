"""What the issue forms ask about rows."""
