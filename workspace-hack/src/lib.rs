//! Nothing but a manifest: it says with which features libraries are compiled.
