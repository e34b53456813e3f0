"""The registry desk: form, rules, workflow, documents and credit code. Pure."""
