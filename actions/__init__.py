"""The thin door between Rasa and the decisions: slots in, response and values out."""
