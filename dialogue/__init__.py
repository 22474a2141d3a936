"""What Steunwijzer adds to Rasa's own process: wording and turn-taking."""
