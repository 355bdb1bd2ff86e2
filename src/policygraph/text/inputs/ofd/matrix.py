"""Transformation matrices (8.1.5): ``a b c d e f``, by which x' = ax + cy + e, y' = bx + dy + f."""

import math

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def moved(x: float, y: float) -> Matrix:
    """Give the matrix that moves."""
    return (1.0, 0.0, 0.0, 1.0, x, y)


def after(outer: Matrix, inner: Matrix) -> Matrix:
    """Give the matrix that does what ``inner`` does and then what ``outer`` does."""
    a, b, c, d, e, f = outer
    return (
        a * inner[0] + c * inner[1],
        b * inner[0] + d * inner[1],
        a * inner[2] + c * inner[3],
        b * inner[2] + d * inner[3],
        a * inner[4] + c * inner[5] + e,
        b * inner[4] + d * inner[5] + f,
    )


def placed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Give where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def scales(matrix: Matrix) -> tuple[float, float]:
    """Give by how much it stretches what is level, and what is upright."""
    a, b, c, d, _, _ = matrix
    return math.hypot(a, b), math.hypot(c, d)


def degrees(matrix: Matrix) -> float:
    """Give by how much it turns, clockwise."""
    return math.degrees(math.atan2(matrix[1], matrix[0]))
