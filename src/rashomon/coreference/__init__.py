"""Coreference: what several reports speak of when they speak of one thing: names, acts, sentences, values."""
