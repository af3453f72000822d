"""The data of the offer calculator: the rules of each offer, and the evidence on pay."""
