/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sc.fiji.ahiq.base.error.ImageException;
import sc.fiji.ahiq.base.error.UsageException;
import sc.fiji.ahiq.image.ChannelColours;
import sc.fiji.ahiq.image.ChannelMode;
import sc.fiji.ahiq.image.ImagePlane;
import sc.fiji.ahiq.image.ImageSource;
import sc.fiji.ahiq.image.Region;
import sc.fiji.ahiq.image.SameSize;

/**
 * Which plane of a distorted image is compared with which of its reference. Along each of channels, slices and frames
 * the reference has as many planes as the distorted image, or one that serves all. Immutable; pixels are read by
 * {@link #reference} and {@link #distorted}.
 */
public final class PlanePairs {

    private final ImageSource reference;
    private final ImageSource distorted;
    private final ChannelMode channels;
    private final Region region;

    private PlanePairs(ImageSource reference, ImageSource distorted, ChannelMode channels, Region region) {
        this.reference = reference;
        this.distorted = distorted;
        this.channels = channels;
        this.region = region;
    }

    /**
     * Checks that the images belong together.
     *
     * @param region to compare; empty for the selection of the distorted image, or else whole planes
     * @throws ImageException if widths, heights or numbers of planes do not fit, or the channels are not what
     *     {@code channels} takes
     * @throws UsageException if the region is not inside the image
     */
    public static PlanePairs of(
            ImageSource reference, ImageSource distorted, ChannelMode channels, Optional<Region> region) {
        SameSize.require(reference, distorted);
        requireFitting("slices", reference, reference.slices(), distorted, distorted.slices());
        requireFitting("frames", reference, reference.frames(), distorted, distorted.frames());
        requireChannels(reference, distorted, channels);
        return new PlanePairs(reference, distorted, channels, region(distorted, region));
    }

    private static void requireFitting(String axis, ImageSource reference, int one, ImageSource distorted, int all) {
        if (one != 1 && one != all) {
            throw new ImageException("Expected a reference with 1 or " + all + " " + axis + ", as many as distorted="
                    + distorted.name() + " has, but reference=" + reference.name() + " has " + one
                    + ". Duplicate the part that belongs together with Image > Duplicate.");
        }
    }

    private static void requireChannels(ImageSource reference, ImageSource distorted, ChannelMode mode) {
        switch (mode) {
            case RGB -> {
                requireGreyOrRgb(reference);
                requireGreyOrRgb(distorted);
            }
            case EACH -> requireFitting("channels", reference, reference.channels(), distorted, distorted.channels());
            case MERGE -> {
                int colours = reference.colours().map(ChannelColours::count).orElse(0);
                if (colours == 0 || distorted.channels() != colours) {
                    throw new ImageException("Expected for channels=merge a composite image and another with as many"
                            + " channels, but reference=" + reference.name() + " has " + colours
                            + " channels with colours and distorted=" + distorted.name() + " has "
                            + distorted.channels() + " channels. Use channels=rgb or channels=each.");
                }
            }
        }
    }

    private static void requireGreyOrRgb(ImageSource image) {
        if (image.channels() != 1 && image.channels() != 3) {
            throw new ImageException(
                    "Expected for channels=rgb 1 channel (grey) or 3 (red, green, blue), but "
                            + image.name() + " has " + image.channels()
                            + ". Use channels=each to score each by itself, or channels=merge for what a composite image shows.");
        }
    }

    private static Region region(ImageSource image, Optional<Region> given) {
        int width = Math.toIntExact(image.width());
        int height = Math.toIntExact(image.height());
        Region region = given.or(image::selection).orElse(new Region(0, 0, width, height));
        if ((long) region.left() + region.width() > width || (long) region.top() + region.height() > height) {
            throw new UsageException("Expected a region inside distorted=" + image.name() + " of " + width + " x "
                    + height + " pixels, but found region=" + region + ".");
        }
        return region;
    }

    /** @throws ImageException if there is more than one pair of planes */
    public void requireSinglePlane() {
        if (positions().size() > 1) {
            throw new ImageException("Expected a single plane, but " + distorted.name() + " has " + distorted.slices()
                    + " slices and " + distorted.frames() + " frames. Score it as a stack.");
        }
    }

    /** All planes of the distorted image, ordered so that those with the same reference follow each other. */
    public List<PlanePosition> positions() {
        boolean framesShareReference = reference.frames() == 1;
        int outer = framesShareReference ? distorted.slices() : distorted.frames();
        int inner = framesShareReference ? distorted.frames() : distorted.slices();
        List<PlanePosition> positions = new ArrayList<>();
        for (int channel : channelNumbers()) {
            for (int i = 1; i <= outer; i++) {
                for (int j = 1; j <= inner; j++) {
                    positions.add(
                            new PlanePosition(channel, framesShareReference ? i : j, framesShareReference ? j : i));
                }
            }
        }
        return positions;
    }

    private int[] channelNumbers() {
        return channels == ChannelMode.EACH
                ? IntStream.rangeClosed(1, distorted.channels()).toArray()
                : new int[] {0};
    }

    /** The plane of the reference that a plane of the distorted image is compared with. */
    public PlanePosition referencePosition(PlanePosition position) {
        return new PlanePosition(
                Math.min(position.channel(), reference.channels()),
                Math.min(position.slice(), reference.slices()),
                Math.min(position.frame(), reference.frames()));
    }

    /** The compared part of the reference for a plane of the distorted image. */
    public ImagePlane reference(PlanePosition position) {
        return read(reference, referencePosition(position));
    }

    /** The compared part of a plane of the distorted image. */
    public ImagePlane distorted(PlanePosition position) {
        return read(distorted, position);
    }

    private ImagePlane read(ImageSource image, PlanePosition position) {
        ImagePlane plane = plane(image, position);
        boolean whole = region.width() == plane.width() && region.height() == plane.height();
        return whole ? plane : plane.crop(region);
    }

    private ImagePlane plane(ImageSource image, PlanePosition position) {
        return switch (channels) {
            case RGB -> image.plane(position.slice(), position.frame());
            case EACH -> image.channel(position.channel(), position.slice(), position.frame());
            case MERGE -> reference.colours().orElseThrow().merge(image, position.slice(), position.frame());
        };
    }

    /**
     * All slices and frames of the reference, whole, whatever the region; each is read when it is asked for.
     *
     * @param channel 0 where all channels are scored together
     */
    Iterable<ImagePlane> wholeReference(int channel) {
        return () -> IntStream.rangeClosed(1, reference.frames())
                .boxed()
                .flatMap(frame -> IntStream.rangeClosed(1, reference.slices())
                        .mapToObj(slice -> plane(reference, new PlanePosition(channel, slice, frame))))
                .iterator();
    }

    public Region region() {
        return region;
    }

    public ImageSource reference() {
        return reference;
    }

    public ImageSource distorted() {
        return distorted;
    }
}
