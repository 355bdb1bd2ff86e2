"""The folder that a build writes: graphs, store, and what the next build can take over."""
