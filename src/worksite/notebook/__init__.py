"""The authors' room: refresh, normalise, check and count lesson notebooks."""
