"""What the Makefile calls: set-up, training, starting and stopping."""
