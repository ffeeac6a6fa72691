package io.augstream.nn;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.augstream.simd.VectorApi;
import java.lang.management.ManagementFactory;

/** Chooses the kernels, once a process, and says so in the log when they are the slow ones. */
final class KernelChoice {
    static final Kernels SELECTED;
    static final String DESCRIPTION;

    static {
        String drawback = drawback();
        if (drawback.isEmpty()) {
            SELECTED = new VectorKernels();
            DESCRIPTION = "vector kernels: " + VectorKernels.laneCount() + " floats at a time";
        } else {
            SELECTED = ScalarKernels.INSTANCE;
            DESCRIPTION = "scalar kernels: " + drawback;
            System.getLogger(Kernels.class.getName()).log(System.Logger.Level.WARNING, DESCRIPTION);
        }
    }

    private KernelChoice() {}

    /** Why the vector kernels cannot be used; empty if they can. */
    private static String drawback() {
        if (!hasFusedMultiplyAdd()) {
            return "this machine has no fused multiply-add, training will be very slow";
        }
        // VectorKernels must not be touched before this is known: its class does not load without the module.
        return VectorApi.isThere() ? "" : "several times faster with --add-modules jdk.incubator.vector";
    }

    /** Without the instruction, Math.fma computes with big decimals: right, and a thousand times slower. */
    private static boolean hasFusedMultiplyAdd() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return machine == null
                    || Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
        } catch (NoClassDefFoundError e) {
            // A run-time image without jdk.management cannot say; nearly every machine has the instruction.
            return true;
        }
    }
}
