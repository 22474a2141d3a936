"""The doors to the outside: the widget on a website, and WhatsApp."""
