/**
 * Labels without people: pairs made from pristine images get the fused opinion of several metrics, from which a network can
 * learn. {@link sc.fiji.ahiq.label.Fusion} makes one label of many scores, {@link sc.fiji.ahiq.label.MonotoneLabels} keeps
 * labels in the order of the levels. Imports nothing of the project.
 */
package sc.fiji.ahiq.label;
