"""`trede bench`: whole rooms against the wire itself, as ratios within one run."""
