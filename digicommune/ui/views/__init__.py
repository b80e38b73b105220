"""The parts pages are made of; they know no operation and no page."""
