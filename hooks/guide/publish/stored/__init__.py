"""What a build keeps on disk rather than in memory."""
