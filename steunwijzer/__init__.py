"""Decisions over the knowledge: plain Python, without Rasa, web framework or clock."""
