/**
 * Host tensors: {@link sc.fiji.ahiq.network.tensor.Tensor} is a data type, a shape and little-endian bytes, possibly a
 * memory-mapped part of a file.
 *
 * <p>May import {@code base.error}.
 */
package sc.fiji.ahiq.network.tensor;
