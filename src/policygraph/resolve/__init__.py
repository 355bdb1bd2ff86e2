"""Facts -> resolved facts: names get the bodies, titles the documents that they mean."""
