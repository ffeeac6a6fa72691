package io.augstream.operation;

/** A place of a picture in pixels, with pixel centres at whole numbers, x to the right and y downwards. */
public record Place(double x, double y) {}
