"""Body maps: figures, the places of points in them, and pictures of both; pure, no input or output."""
