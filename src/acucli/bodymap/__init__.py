"""Pictures of the body, pure: figures, the places of points in them, braille, blocks and SVG."""
