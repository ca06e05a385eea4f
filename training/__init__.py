"""What makes the trained data of the library; needs the extra `train`, and nobody needs it to run `acu`."""
