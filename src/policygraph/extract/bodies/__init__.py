"""Names of bodies, offices and posts as they are printed, alone and in lists."""
