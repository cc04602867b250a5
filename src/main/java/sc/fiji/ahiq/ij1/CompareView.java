/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.ij1;

/** Which part of several images of one size is seen, the same of all, and where the mouse is. */
final class CompareView {

    private static final double SMALLEST = 1.0 / 32;
    private static final double LARGEST = 32;

    private double zoom = 1;
    private double left;
    private double top;
    private int cursorX = -1;
    private int cursorY = -1;
    private boolean blinked;

    double zoom() {
        return zoom;
    }

    /** Of the image, at the left of each part of the window. */
    double left() {
        return left;
    }

    /** Of the image, at the top of each part of the window. */
    double top() {
        return top;
    }

    /** Pixel under the mouse; -1 if there is none. */
    int cursorX() {
        return cursorX;
    }

    int cursorY() {
        return cursorY;
    }

    /** Whether the reference is seen in place of all. */
    boolean isBlinked() {
        return blinked;
    }

    void blink() {
        blinked = !blinked;
    }

    /** Enlarges, keeping the pixel at a place of the window where it is. */
    void zoomBy(double factor, int x, int y) {
        double next = Math.max(SMALLEST, Math.min(LARGEST, zoom * factor));
        left += x / zoom - x / next;
        top += y / zoom - y / next;
        zoom = next;
    }

    /** The whole image in the middle of a part of the window. */
    void fit(int imageWidth, int imageHeight, int width, int height) {
        zoom = Math.max(
                SMALLEST, Math.min(LARGEST, Math.min((double) width / imageWidth, (double) height / imageHeight)));
        left = (imageWidth - width / zoom) / 2;
        top = (imageHeight - height / zoom) / 2;
    }

    void moveBy(int x, int y) {
        left -= x / zoom;
        top -= y / zoom;
    }

    /** The mouse is at a place of the window. */
    void pointAt(int x, int y) {
        cursorX = (int) Math.floor(left + x / zoom);
        cursorY = (int) Math.floor(top + y / zoom);
    }
}
