"""What is printed from the contract: TypeScript, Python, AsyncAPI and a page to read."""
