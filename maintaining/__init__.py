"""What maintainers and CI run beside the build. MAINTAINING.md explains each command.

Nothing here takes part in a build, and the site can be built without it.
"""
