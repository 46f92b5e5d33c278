"""One function for each way of showing a comparison."""
