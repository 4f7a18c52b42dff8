"""The WebGPU kernels, written by hand for a small model.

SwiftShader, WebGPU on a CPU, is the slowest device that has to answer, and barriers cost most there, to run and to
compile. So the products have none, and only softmax, the draw and the attention of one row share memory in small
workgroups.
"""
