/**
 * Host tensors: {@link sc.fiji.ahiq.tensor.Tensor} is a data type, a shape and little-endian bytes, possibly a
 * memory-mapped part of a file. Imports only {@code base.error}.
 */
package sc.fiji.ahiq.network.tensor;
