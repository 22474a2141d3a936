"""WhatsApp, as Meta's Cloud API has it: what comes in, what goes out, and when."""
