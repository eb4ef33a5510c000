/* libmd's sha2.c wants a config.h; none of what its own could say matters to it. */
