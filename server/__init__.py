"""The house: the only place with sockets, disks and clocks."""
