"""What a pile of readings shows when they are laid side by side: records in, records out."""
