/**
 * Image files that belong together and what people said of them: {@link sc.fiji.ahiq.dataset.RatedPair}. Imports only
 * {@code error}.
 */
package sc.fiji.ahiq.dataset;
