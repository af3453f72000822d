"""What the offer calculator is given: the rules of each offer, and the evidence on pay."""
