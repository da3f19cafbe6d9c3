"""Tools for those who build Trede; a live server never imports them."""
