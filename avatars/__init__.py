"""Who is in the park: poses, presence and who needs to see whom. Pure: no socket, disk or clock."""
