"""Everything that can be wrong before a build, and what can be fixed by a tool."""
