"""The windows: programs that know the park only through its wire."""
