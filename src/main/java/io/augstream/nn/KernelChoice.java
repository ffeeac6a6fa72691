package io.augstream.nn;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.augstream.simd.VectorApi;
import java.lang.management.ManagementFactory;

/** Chooses the kernels, once a process. The log says so when they are the slow ones. */
final class KernelChoice {
    private static final String VERY_SLOW = "this machine has no fused multiply-add, training will be very slow";

    static final Kernels SELECTED;
    static final String DESCRIPTION;

    static {
        boolean fusedMultiplyAdd = hasFusedMultiplyAdd();
        if (fusedMultiplyAdd && VectorApi.isThereToUse()) {
            // Not to be touched before this is known: the class does not load without the module.
            SELECTED = new VectorKernels();
            DESCRIPTION = "vector kernels: " + VectorKernels.laneCount() + " floats at a time";
        } else {
            SELECTED = ScalarKernels.INSTANCE;
            DESCRIPTION = "scalar kernels: " + (fusedMultiplyAdd ? VectorApi.HINT : VERY_SLOW);
        }
        if (!fusedMultiplyAdd) {
            System.getLogger(Kernels.class.getName()).log(System.Logger.Level.WARNING, DESCRIPTION);
        }
    }

    private KernelChoice() {}

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
