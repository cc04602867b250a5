/**
 * Scores pairs of images: places crops, runs the network on them and stitches what it says. Entry type:
 * {@link sc.fiji.ahiq.scoring.ReferenceScorer}. Imports {@code inference}, {@code image}, {@code crop}, {@code model} and
 * {@code error}.
 */
package sc.fiji.ahiq.scoring;
