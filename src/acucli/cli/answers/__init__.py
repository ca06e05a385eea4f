"""What commands answer, apart from how their options are parsed."""
