"""The parts of the understanding pipeline that are this project's own."""
