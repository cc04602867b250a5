/*
 * AHIQ for ImageJ
 * Copyright (c) 2026, AHIQ for ImageJ developers
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.ahiq.image.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The images (series) of an OME-TIFF file, from the XML in its first page (OME model, 2016-06). Each has dimensions of
 * its own and says which pages hold its planes.
 */
final class OmeXml {

    private static final int MOST_PLANES = 10_000_000;

    private final int pages;

    private OmeXml(int pages) {
        this.pages = pages;
    }

    static boolean isOme(String description) {
        String start = description.substring(0, Math.min(description.length(), 4000));
        return start.contains("<OME") && description.trim().startsWith("<");
    }

    /**
     * The order of the pages of each series.
     *
     * @param pages of the file
     * @throws IOException if the description is no such XML, or names pages of other files or that do not exist
     */
    static List<PageOrder> series(String description, int pages) throws IOException {
        OmeXml ome = new OmeXml(pages);
        NodeList images = parse(description).getElementsByTagNameNS("*", "Pixels");
        List<PageOrder> series = new ArrayList<>();
        for (int i = 0; i < images.getLength(); i++) {
            series.add(ome.order((Element) images.item(i)));
        }
        if (series.isEmpty()) {
            throw new IOException("OME-XML without an image");
        }
        return series;
    }

    /** Without document type definitions, through which XML reaches other files. */
    private static Element parse(String xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("OME-XML: " + e.getMessage(), e);
        }
    }

    private PageOrder order(Element pixels) throws IOException {
        int slices = number(pixels, "SizeZ", 1);
        int frames = number(pixels, "SizeT", 1);
        int channels = channels(pixels);
        if (channels < 1 || slices < 1 || frames < 1 || (long) channels * slices * frames > MOST_PLANES) {
            throw new IOException(
                    "OME-XML with " + channels + " channels, " + slices + " slices and " + frames + " frames");
        }
        int[] order = new int[channels * slices * frames];
        Arrays.fill(order, -1);
        String axes = pixels.getAttribute("DimensionOrder");
        if (!axes.matches("XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)")) {
            throw new IOException("OME-XML with the dimension order '" + axes + "'");
        }
        Planes planes = new Planes(axes.substring(2), channels, slices, frames, order);
        NodeList data = pixels.getElementsByTagNameNS("*", "TiffData");
        for (int i = 0; i < data.getLength(); i++) {
            add((Element) data.item(i), planes, data.getLength() == 1);
        }
        return new PageOrder(channels, slices, frames, order);
    }

    /** Pages are counted for a channel, which has several samples where it is RGB. */
    private static int channels(Element pixels) throws IOException {
        int samples = 0;
        NodeList channels = pixels.getElementsByTagNameNS("*", "Channel");
        for (int i = 0; i < channels.getLength(); i++) {
            samples += number((Element) channels.item(i), "SamplesPerPixel", 1);
        }
        boolean described = samples == number(pixels, "SizeC", 1) && channels.getLength() > 0;
        return described ? channels.getLength() : number(pixels, "SizeC", 1);
    }

    private void add(Element data, Planes planes, boolean only) throws IOException {
        NodeList other = data.getElementsByTagNameNS("*", "UUID");
        int first = number(data, "IFD", 0);
        boolean listed = data.hasAttribute("IFD");
        int absent = only && !data.hasAttribute("PlaneCount") ? planes.order.length : 1;
        int count = number(data, "PlaneCount", listed && !only ? 1 : absent);
        int plane = planes.index(number(data, "FirstC", 0), number(data, "FirstZ", 0), number(data, "FirstT", 0));
        if (other.getLength() > 0 && first + count > pages) {
            throw new IOException("planes in another file, " + ((Element) other.item(0)).getAttribute("FileName"));
        }
        for (int i = 0; i < count && plane + i < planes.order.length; i++) {
            if (plane < 0 || first < 0 || first + i >= pages) {
                throw new IOException("OME-XML names page " + (first + i) + " of " + pages);
            }
            planes.set(plane + i, first + i);
        }
    }

    private static int number(Element element, String attribute, int absent) throws IOException {
        String text = element.getAttribute(attribute);
        try {
            return text.isEmpty() ? absent : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IOException("OME-XML with " + attribute + "=\"" + text + "\"", e);
        }
    }

    /** Planes counted in the order of the file's dimensions. */
    private record Planes(String axes, int channels, int slices, int frames, int[] order) {

        private int size(int axis) {
            return switch (axes.charAt(axis)) {
                case 'C' -> channels;
                case 'Z' -> slices;
                default -> frames;
            };
        }

        /** Of a plane counted from 0, or -1. */
        private int index(int channel, int slice, int frame) {
            int index = 0;
            for (int axis = 2; axis >= 0; axis--) {
                int at = axes.charAt(axis) == 'C' ? channel : axes.charAt(axis) == 'Z' ? slice : frame;
                if (at < 0 || at >= size(axis)) {
                    return -1;
                }
                index = index * size(axis) + at;
            }
            return index;
        }

        private void set(int index, int page) {
            int[] position = new int[3];
            int rest = index;
            for (int axis = 0; axis < 3; axis++) {
                position["CZT".indexOf(axes.charAt(axis))] = rest % size(axis);
                rest /= size(axis);
            }
            order[position[0] + channels * (position[1] + slices * position[2])] = page;
        }
    }
}
